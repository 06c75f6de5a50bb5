package org.vgg4j.experiments.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.Parameter;
import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFileWriter;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.Source;
import org.vgg4j.experiments.table.Provenance;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.Intervals;
import org.vgg4j.experiments.table.Result.Part;
import org.vgg4j.experiments.table.Result.Range;
import org.vgg4j.experiments.table.Result.SeedResult;
import org.vgg4j.experiments.table.ResultsTable;

/** An output folder with one table of one cell, that nothing was trained for. */
public final class OneCell {
  private static final int IMAGES = 200;
  private static final String RUN = "runs/tiny/";
  private static final String PROTOCOL = "dense|Q=8";

  private final Path folder;

  public OneCell(Path folder) {
    this.folder = folder;
  }

  /** Writes the folder; the first images are wrong. */
  public Path wrong(int wrong) throws IOException {
    Files.createDirectories(folder.resolve(RUN));
    weights();
    posteriors(wrong);
    AtomicFile.write(folder.resolve(RUN + "provenance.yaml"), StrictYaml.print(provenance()));
    AtomicFile.write(folder.resolve("table3.json"), table(100.0 * wrong / IMAGES).json());
    return folder;
  }

  private void weights() {
    NetworkManifest manifest =
        new NetworkManifest(
            NetworkNotation.parse("tiny conv3-2 fc-classes").withClasses(2),
            8,
            new Preprocessing(List.of(1.0, 2.0, 3.0), 1));
    TensorFileWriter writer = new TensorFileWriter(manifest.metadata());
    for (Parameter parameter : manifest.network().parameters(8)) {
      writer.floats(
          parameter.name(),
          parameter.shape(),
          () -> new float[Math.toIntExact(parameter.elements())]);
    }
    writer.writeTo(folder.resolve(RUN + "weights.safetensors"));
  }

  private void posteriors(int wrong) {
    float[] values = new float[2 * IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      values[2 * i] = i < wrong ? 0.25f : 0.75f;
      values[2 * i + 1] = 1 - values[2 * i];
    }
    List<String> ids = IntStream.range(0, IMAGES).mapToObj(i -> "val/" + i).toList();
    new Posteriors(ids, new int[IMAGES], values, Map.of())
        .save(folder.resolve(RUN + "posteriors.safetensors"));
  }

  private static ResultsTable table(double error) {
    Range range = new Range(0, 100);
    Part part =
        new Part(
            "tiny",
            "8",
            PROTOCOL,
            RUN + "weights.safetensors",
            RUN + "posteriors.safetensors",
            null);
    Result result =
        new Result(
            error,
            0,
            new Intervals(range, range, "none"),
            IMAGES,
            "",
            List.of(new SeedResult(1, error, 0)),
            List.of(part),
            1,
            List.of());
    Cell cell = new Cell("tiny", "8", "8", PROTOCOL, Source.TRAINED, null, result, null);
    return new ResultsTable("table3", "Small", "smoke", provenance(), List.of(cell), List.of());
  }

  private static Provenance provenance() {
    return new Provenance(
        "generated",
        "0123456789abcdef",
        List.of(),
        List.of(1L),
        "0.1",
        "2.18.0",
        "17",
        "Linux amd64 avx2 #1a2b3c",
        "cpu, 1 threads",
        true,
        null);
  }
}
