package org.vgg4j.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/**
 * A development kit like ILSVRC-2012's: class k of the kit, from 1, is the k-th given WordNet id;
 * after the classes comes a synset that is none because it has children.
 *
 * @param wordNetIds the classes in the kit's own order
 * @param groundTruth the kit's number of the class of each validation image
 */
public record SyntheticDevkit(List<String> wordNetIds, List<Integer> groundTruth) {
  public static final String NAME = "ILSVRC2012_devkit_t12";

  /** Writes {@code FOLDER/ILSVRC2012_devkit_t12/data/...} and returns the kit's folder. */
  public Path writeFolder(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.resolve(NAME).resolve("data"));
    Files.write(data.resolve("meta.mat"), meta());
    Files.write(data.resolve("ILSVRC2012_validation_ground_truth.txt"), lines());
    return folder.resolve(NAME);
  }

  /** Writes {@code FOLDER/ILSVRC2012_devkit_t12.tar.gz} and returns it. */
  public Path writeArchive(Path folder) throws IOException {
    Path archive = Files.createDirectories(folder).resolve(NAME + ".tar.gz");
    try (OutputStream file = Files.newOutputStream(archive);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new GzipCompressorOutputStream(file))) {
      put(tar, NAME + "/readme.txt", "a kit for tests".getBytes(UTF_8));
      put(tar, NAME + "/data/meta.mat", meta());
      put(tar, NAME + "/data/ILSVRC2012_validation_ground_truth.txt", lines());
    }
    return archive;
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private byte[] lines() {
    return groundTruth.stream().map(id -> id + "\n").collect(Collectors.joining()).getBytes(UTF_8);
  }

  private byte[] meta() throws IOException {
    Struct synsets = Mat5.newStruct(wordNetIds.size() + 1, 1);
    for (int i = 0; i < wordNetIds.size(); i++) {
      put(synsets, i, wordNetIds.get(i), 0);
    }
    put(synsets, wordNetIds.size(), "n00001740", wordNetIds.size());
    try (MatFile file = Mat5.newMatFile().addArray("synsets", synsets)) {
      ByteBuffer buffer =
          ByteBuffer.allocate(2 * Math.toIntExact(file.getUncompressedSerializedSize()));
      file.writeTo(Sinks.wrap(buffer.order(ByteOrder.nativeOrder())));
      return Arrays.copyOf(buffer.array(), buffer.position());
    }
  }

  private static void put(Struct synsets, int index, String wordNetId, int children) {
    synsets.set("ILSVRC2012_ID", index, Mat5.newScalar(index + 1));
    synsets.set("WNID", index, Mat5.newString(wordNetId));
    synsets.set("words", index, Mat5.newString("words of " + wordNetId));
    synsets.set("gloss", index, Mat5.newString("what it means"));
    synsets.set("num_children", index, Mat5.newScalar(children));
    synsets.set("children", index, Mat5.newMatrix(1, children));
    synsets.set("wordnet_height", index, Mat5.newScalar(children));
    synsets.set("num_train_images", index, Mat5.newScalar(1300));
  }
}
