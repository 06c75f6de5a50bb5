package org.vgg4j.experiments;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vgg4j.core.foreign.KnownFiles;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.data.DataSource;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.table.Result.Published;

/** The files of weights that fill rows of a run: checked, and imported where they are foreign. */
final class PublishedFiles {
  private static final int SHORT_HASH = 8;

  private final ImmutableList<PublishedWeights> files;

  private PublishedFiles(ImmutableList<PublishedWeights> files) {
    this.files = files;
  }

  /**
   * Opens all that are chosen, before anything is trained.
   *
   * @throws org.vgg4j.core.Problem at the first that may not fill its rows
   */
  static PublishedFiles open(Workplace place, RunListener listener) {
    ImmutableList.Builder<PublishedWeights> files = ImmutableList.builder();
    for (WeightsChoice choice : place.settings().weights().choices()) {
      KnownFiles.remark(choice.file()).ifPresent(listener::remark);
      files.add(open(choice, place));
    }
    return new PublishedFiles(files.build());
  }

  /**
   * Checks a choice as far as nothing has to be written for it.
   *
   * @throws org.vgg4j.core.Problem if it may not fill its rows
   */
  static void check(WeightsChoice choice, Settings settings, DataSource data) {
    Path file = choice.file();
    WeightsAdmission admission = admission(choice, settings, data);
    if (ForeignWeights.isForeign(file)) {
      checked(file, admission);
    } else {
      admission.check(file, NetworkManifest.of(TensorFile.open(file)));
    }
  }

  private static PublishedWeights open(WeightsChoice choice, Workplace place) {
    Path file = choice.file();
    WeightsAdmission admission = admission(choice, place.settings(), place.data());
    String sha256 = TensorFile.sha256(file);
    Path folder = place.store().weightsFolder(nameOf(file) + "-" + sha256.substring(0, SHORT_HASH));
    Path weights = file;
    if (ForeignWeights.isForeign(file)) {
      weights = folder.resolve("weights.safetensors");
      ForeignWeights foreign = checked(file, admission);
      if (!Files.exists(weights)) {
        foreign.importTo(weights, sha256);
      }
    }
    NetworkManifest manifest = NetworkManifest.of(TensorFile.open(weights));
    admission.check(file, manifest);
    return new PublishedWeights(choice, weights, folder, origin(file, sha256, manifest));
  }

  private static WeightsAdmission admission(
      WeightsChoice choice, Settings settings, DataSource data) {
    int classes = data.train().classes().size();
    return new WeightsAdmission(
        settings.preset(), settings.networkOf(choice.network(), classes), data.val());
  }

  private static ForeignWeights checked(Path file, WeightsAdmission admission) {
    int crop = admission.preset().recipe().crop();
    ForeignWeights foreign = new ForeignWeights(file, admission.network(), crop);
    admission.checkCrop(file, foreign.cropOr(crop));
    return foreign;
  }

  private static Published origin(Path file, String sha256, NetworkManifest manifest) {
    String publisher = KnownFiles.publisher(file).orElse(manifest.source().get("publisher"));
    return new Published(String.valueOf(file.getFileName()), sha256, publisher);
  }

  private static String nameOf(Path file) {
    return MoreFiles.getNameWithoutExtension(file);
  }

  /** The file that fills a test. */
  Optional<PublishedWeights> of(Member test) {
    return files.stream().filter(weights -> weights.choice().fills(test)).findFirst();
  }
}
