package org.vgg4j.experiments.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.table.Numbers;

/**
 * Room for an output folder, which need not exist yet.
 *
 * @param out the folder
 */
record DiskCheck(Path out) {
  private static final String SUBJECT = "disk";

  /** All tables of the smoke preset take less. */
  private static final long ENOUGH = 2L << 30;

  Finding finding() {
    Path existing = existing(out.toAbsolutePath());
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      return Finding.missing(
          SUBJECT, existing + " can't be written", "choose another --out, or get permission");
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      String what = Numbers.bytes(free) + " free for " + out;
      return free < ENOUGH
          ? Finding.warning(SUBJECT, what, "a run of network D at full size takes 2.2 GiB")
          : Finding.ok(SUBJECT, what);
    } catch (IOException e) {
      return Finding.warning(SUBJECT, "free space is unknown (" + e + ")", "look at it by df");
    }
  }

  private static Path existing(Path path) {
    @Nullable Path parent = path.getParent();
    return Files.exists(path) || parent == null ? path : existing(parent);
  }
}
