package org.vgg4j.data.transfer;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vgg4j.core.Problem;
import org.vgg4j.data.layout.Devkit;
import org.vgg4j.data.layout.ValidationClasses;
import org.vgg4j.data.source.Split;

/**
 * ImageNet (ILSVRC-2012) as {@code OUT/train/WNID} and {@code OUT/val/WNID}, from what its users
 * may download: {@code ILSVRC2012_img_train.tar}, {@code ILSVRC2012_img_val.tar} and, for the
 * classes of the validation images, {@code ILSVRC2012_devkit_t12.tar.gz}. One split alone will do.
 * Each appears under its name when it is complete; what was broken off goes on.
 */
public final class ImagenetPreparation {
  private static final ImmutableList<String> UNPACKED =
      ImmutableList.of("", "ILSVRC/Data/CLS-LOC", "Data/CLS-LOC", "CLS-LOC");

  private final Path from;
  private final Path out;

  /**
   * A preparation.
   *
   * @param from the folder with the archives, or with what they were unpacked to
   * @param out where the folders of the splits will lie
   */
  public ImagenetPreparation(Path from, Path out) {
    this.from = from;
    this.out = out;
  }

  /**
   * Compares the archives with the published MD5 sums; takes minutes.
   *
   * @throws Problem if one differs, or there is none
   */
  public void check(Progress progress) {
    List<IlsvrcArchive> found =
        Stream.of(IlsvrcArchive.values()).filter(archive -> archive.in(from).isPresent()).toList();
    if (found.isEmpty()) {
      throw nothing();
    }
    found.forEach(archive -> archive.check(archive.in(from).orElseThrow(), progress));
  }

  /**
   * Unpacks the archives.
   *
   * @throws Problem if there are none, they are damaged or the disk is too small
   */
  public List<PreparedSplit> unpack(Progress progress) {
    Optional<Path> train = IlsvrcArchive.TRAIN.in(from);
    Optional<Path> val = IlsvrcArchive.VAL.in(from);
    // Before hours of work it is looked whether all is there.
    Optional<ValidationArchive> validation =
        val.map(archive -> new ValidationArchive(archive, validationClasses()));
    ImmutableList.Builder<PreparedSplit> splits = ImmutableList.builder();
    train
        .map(
            archive -> done(archive, () -> new TrainArchive(archive).unpack(to("train"), progress)))
        .ifPresent(splits::add);
    validation
        .map(archive -> done(archive.path(), () -> archive.unpack(to("val"), progress)))
        .ifPresent(splits::add);
    return some(splits.build());
  }

  /**
   * Links to images that were unpacked before, without any copy.
   *
   * @throws Problem if there are none, or links can't be made there
   */
  public List<PreparedSplit> link(Progress progress) {
    ImmutableList.Builder<PreparedSplit> splits = ImmutableList.builder();
    unpacked("train")
        .map(ImageLinks::new)
        .map(links -> done(links.images(), () -> links.linkWhole(Split.TRAIN, to("train"))))
        .ifPresent(splits::add);
    unpacked("val")
        .map(ImageLinks::new)
        .map(links -> done(links.images(), () -> linkValidation(links, progress)))
        .ifPresent(splits::add);
    return some(splits.build());
  }

  private PreparedSplit linkValidation(ImageLinks links, Progress progress) throws IOException {
    return links.areSorted()
        ? links.linkWhole(Split.VAL, to("val"))
        : links.linkEach(validationClasses(), to("val"), progress);
  }

  private Optional<Path> unpacked(String split) {
    return UNPACKED.stream()
        .map(folder -> from.resolve(folder).resolve(split))
        .filter(folder -> Files.isDirectory(folder) && !folder.equals(out.resolve(split)))
        .findFirst();
  }

  private StagedFolder to(String split) {
    return new StagedFolder(out.resolve(split));
  }

  private ValidationClasses validationClasses() {
    return ValidationClasses.of(Devkit.open(from));
  }

  private interface Work {
    PreparedSplit run() throws IOException;
  }

  private static PreparedSplit done(Path source, Work work) {
    try {
      return work.run();
    } catch (IOException | UnsupportedOperationException e) {
      throw Problem.data(
              source.toString(),
              "can't be prepared (" + e.getMessage() + ")",
              "check the archive by --check, and the disk of --out; what is done is kept")
          .causedBy(e);
    }
  }

  private List<PreparedSplit> some(List<PreparedSplit> splits) {
    if (splits.isEmpty()) {
      throw nothing();
    }
    return splits;
  }

  private Problem nothing() {
    return Problem.data(
        from.toString(),
        "holds nothing of ILSVRC-2012 to prepare",
        "put "
            + IlsvrcArchive.TRAIN.fileName()
            + ", "
            + IlsvrcArchive.VAL.fileName()
            + " and "
            + IlsvrcArchive.DEVKIT.fileName()
            + " there (https://image-net.org/download), or the folders train and val for links");
  }
}
