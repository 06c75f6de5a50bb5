package org.vgg4j.data.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vgg4j.core.Problem;

/**
 * The files of ILSVRC-2012 that its users download after a login. Their publishers give MD5 sums
 * and no others.
 */
enum IlsvrcArchive {
  TRAIN("ILSVRC2012_img_train.tar", "1d675b47d978889d74fa0da5fadfb00e"),
  VAL("ILSVRC2012_img_val.tar", "29b22e2961454d5413ddabcf34fc5622"),
  DEVKIT("ILSVRC2012_devkit_t12.tar.gz", "fa75699e90414af021442c21a62c3abf");

  private final String fileName;
  private final String md5;

  IlsvrcArchive(String fileName, String md5) {
    this.fileName = fileName;
    this.md5 = md5;
  }

  String fileName() {
    return fileName;
  }

  /** This archive in a folder, if it is there. */
  Optional<Path> in(Path folder) {
    return Optional.of(folder.resolve(fileName)).filter(Files::isRegularFile);
  }

  /**
   * Reads all of an archive and compares it with the published sum.
   *
   * @throws Problem if it differs
   */
  void check(Path archive, Progress progress) {
    try {
      Checksum published = Checksum.md5(md5);
      Checksum found = published.of(archive, progress);
      if (!found.equals(published)) {
        throw Problem.data(
            archive.toString(),
            "has " + found + ", not the published " + md5,
            "download it again; it is most likely cut short");
      }
    } catch (IOException e) {
      throw Problem.data(
              archive.toString(), "can't be read (" + e + ")", "check its permissions and the disk")
          .causedBy(e);
    }
  }
}
