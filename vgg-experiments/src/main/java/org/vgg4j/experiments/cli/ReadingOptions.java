package org.vgg4j.experiments.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.data.OnBadImage;
import org.vgg4j.data.Reading;
import org.vgg4j.data.image.Background;
import org.vgg4j.data.image.Decoding;
import picocli.CommandLine.Option;

/** How the files of a data set are read, for all commands that read one. */
final class ReadingOptions {
  private enum Exif {
    IGNORE,
    APPLY
  }

  @Option(names = "--layout", description = "how the data lie there (default: found out)")
  private @Nullable String layout;

  @Option(
      names = "--exif",
      defaultValue = "ignore",
      description = "apply turns images as their camera was held (default: ${DEFAULT-VALUE})")
  private Exif exif = Exif.IGNORE;

  @Option(
      names = "--background",
      paramLabel = "R,G,B",
      description = "colour behind transparent pixels (default: transparency is dropped)")
  private @Nullable String background;

  @Option(
      names = "--fast-decode",
      description = "decode large JPEG files at a fraction of their size; a few levels off")
  private boolean fast;

  @Option(
      names = "--on-bad-image",
      defaultValue = "fail",
      description =
          "skip leaves out what can't be decoded, and says so (default: ${DEFAULT-VALUE})")
  private OnBadImage onBadImage = OnBadImage.FAIL;

  Reading reading() {
    return new Reading(
        Optional.ofNullable(layout),
        new Decoding(
            exif == Exif.APPLY, Optional.ofNullable(background).map(Background::parse), fast),
        onBadImage);
  }
}
