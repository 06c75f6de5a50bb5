package org.vgg4j.experiments.aid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Resources;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.experiments.DataIdentity;
import org.vgg4j.experiments.DataSettings;
import org.vgg4j.experiments.table.Provenance;

/** Whether the data are still those that tables were made of. */
public final class DataCheck {
  private DataCheck() {}

  /** Whether a data set is at hand. */
  public static boolean isAtHand(String location) {
    return GeneratedData.isMeantBy(location) || Files.exists(Path.of(location));
  }

  /**
   * Compares the data with what a table says of them; reads every byte that no cache knows.
   *
   * @param data how they were read
   * @param folder whose cache of manifests may be used
   */
  public static Check of(Provenance told, DataSettings data, OutputFolder folder, int threads) {
    String subject = "data " + data.location();
    if (!isAtHand(data.location())) {
      return Check.unchecked(subject, "are not at hand; name their place by --data");
    }
    Resources resources = new Resources(threads, 0, Optional.of(folder.path().resolve("data")));
    try (DataSource source = data.open(resources)) {
      String hash = DataIdentity.of(data, source).hash();
      return hash.equals(told.dataHash())
          ? Check.same(subject, "SHA-256 " + hash)
          : Check.differs(
              subject,
              "have SHA-256 %s, the tables were made of %s; name --layout, --exif and the like as then"
                  .formatted(hash, told.dataHash()));
    }
  }
}
