package org.vgg4j.experiments.cli;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.PlainText;
import org.vgg4j.core.Problem;
import org.vgg4j.core.foreign.Convention;
import org.vgg4j.core.foreign.ForeignFile;
import org.vgg4j.core.foreign.ImportSettings;
import org.vgg4j.core.foreign.KnownFiles;
import org.vgg4j.core.foreign.NamesFile;
import org.vgg4j.core.foreign.StatedWeights;
import org.vgg4j.core.foreign.WeightsImport;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.data.layout.ClassNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg weights import}. */
@Command(
    name = "import",
    description = "Makes other people's weights into a weights file of this program.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vgg weights import VGG_16_layers.caffemodel --network D --out D.safetensors",
      "  vgg weights import vgg16_bn-6c64b313.pth --network D-BN --out D-BN.safetensors",
      "  vgg weights import vgg16_..._notop.h5 --network D --random-head 10",
      "      --out start.safetensors",
      "",
      "docs/weights.md explains layouts, channel orders and the map."
    })
final class WeightsImportCommand implements Callable<Integer> {
  private static final int NAMED = 3;
  private static final CharMatcher HEXADECIMAL =
      CharMatcher.inRange('0', '9')
          .or(CharMatcher.inRange('a', 'f'))
          .or(CharMatcher.inRange('A', 'F'));

  @Mixin private ForeignOptions foreign = new ForeignOptions();
  @Mixin private NetworksOption networks = new NetworksOption();
  @Mixin private PixelOptions pixels = new PixelOptions();
  @Mixin private HeadOptions head = new HeadOptions();

  @Option(
      names = "--network",
      required = true,
      completionCandidates = Candidates.Networks.class,
      description = "the network that the file holds")
  private String network = "";

  @Mixin private CropOption crop = new CropOption();

  @Option(names = "--out", required = true, description = "the weights file to write")
  private Path out = Path.of("");

  @Option(
      names = "--classes",
      paramLabel = "FILE",
      description = "names of the classes, one a line (its first word), in the order of the scores")
  private @Nullable Path classes;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "lines such as 'conv1_1/weights: their.name', where names say too little")
  private @Nullable Path map;

  @Option(
      names = "--sha256",
      paramLabel = "DIGITS",
      description = "refuse a file whose SHA-256 does not start with these digits")
  private String digits = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path file = foreign.file();
    checkPlaces(file);
    String sha256 = TensorFile.sha256(file);
    checkDigits(file, sha256);
    PrintWriter err = spec.commandLine().getErr();
    KnownFiles.remark(file).ifPresent(err::println);
    try (ForeignFile weights = foreign.open()) {
      WeightsImport work = WeightsImport.of(file, weights, settings(), head.head());
      remarkUnused(work.unused(), err);
      work.writeTo(out, source(file, sha256));
      print(weights.format(), work);
    }
    return 0;
  }

  private void checkPlaces(Path file) {
    if (out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
      throw Problem.configuration(
          "--out " + out, "is the file that is read", "name another, so that both are kept");
    }
  }

  private void checkDigits(Path file, String sha256) {
    if (!HEXADECIMAL.matchesAllOf(digits)) {
      throw Problem.configuration(
          "--sha256 " + digits, "is no hexadecimal number", "give digits of 0 to 9 and a to f");
    }
    if (!sha256.startsWith(digits.toLowerCase(Locale.ROOT))) {
      throw Problem.data(
          file.toString(),
          "has the SHA-256 " + sha256 + ", which does not start with " + digits,
          "get the file again, or leave --sha256 out to take it as it is");
    }
  }

  private ImportSettings settings() {
    NetworkSpec asked = networks.catalogue().network(network);
    Convention convention = foreign.convention();
    Optional<NetworkManifest> stated = foreign.stated().map(StatedWeights::manifest);
    int side = crop.or(stated.map(NetworkManifest::crop));
    return new ImportSettings(
        asked,
        side,
        convention.layout(),
        pixels.input(convention),
        classes == null ? statedNames(stated) : ClassNames.firstWords(classes),
        map == null ? ImmutableMap.of() : NamesFile.read(map, asked, side));
  }

  private static List<String> statedNames(Optional<NetworkManifest> stated) {
    return stated.map(NetworkManifest::classNames).orElse(ImmutableList.of());
  }

  private static Map<String, String> source(Path file, String sha256) {
    ImmutableMap.Builder<String, String> source =
        ImmutableMap.<String, String>builder()
            .put("file", String.valueOf(file.getFileName()))
            .put("sha256", sha256);
    KnownFiles.publisher(file).ifPresent(publisher -> source.put("publisher", publisher));
    return source.buildOrThrow();
  }

  private static void remarkUnused(List<String> unused, PrintWriter err) {
    if (!unused.isEmpty()) {
      String named = String.join(", ", unused.subList(0, Math.min(NAMED, unused.size())));
      int others = Math.max(0, unused.size() - NAMED);
      err.println(
          "not needed by the network: "
              + PlainText.of(named)
              + (others > 0 ? " and " + others + " more" : ""));
    }
    err.flush();
  }

  private void print(String format, WeightsImport work) {
    NetworkSpec imported = work.network();
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        "%s: network %s with %d classes, from %s%s%n",
        out,
        imported.name(),
        imported.classes(),
        format,
        work.isTopless() ? "; its fully-connected layers are random and know no class yet" : "");
    printer.flush();
  }
}
