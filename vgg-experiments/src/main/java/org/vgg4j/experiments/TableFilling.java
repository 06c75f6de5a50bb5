package org.vgg4j.experiments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vgg4j.eval.ErrorRates;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.Row.Member;
import org.vgg4j.experiments.Row.PaperErrors;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Cell.PaperRow;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.SeedResult;

/** Turns rows into cells: tests their networks and puts the paper's numbers beside. */
final class TableFilling {
  private final Settings settings;
  private final RowNetworks networks;
  private final RowPosteriors posteriors;

  TableFilling(Settings settings, RowNetworks networks, RowPosteriors posteriors) {
    this.settings = settings;
    this.networks = networks;
    this.posteriors = posteriors;
  }

  /** The cell of a row, over all seeds. */
  Cell cellOf(Row row, RunListener listener) {
    if (row.cited() != null) {
      return Cell.cited(row.label(), row.cited(), paper(row));
    }
    List<ErrorRates> errors =
        settings.seeds().stream()
            .map(seed -> ErrorRates.of(posteriors.of(row, seed, listener)))
            .toList();
    Optional<Member> single = row.tests().stream().filter(t -> row.tests().size() == 1).findFirst();
    return new Cell(
        row.name() == null ? row.tests().get(0).network() : row.name(),
        single.map(test -> networks.scaleOf(test).toString()).orElse(""),
        single.map(test -> posteriors.protocolOf(test).scalesText()).orElse(""),
        protocols(row),
        networks.sourceOf(row),
        null,
        result(row, errors),
        paper(row));
  }

  private Result result(Row row, List<ErrorRates> errors) {
    List<Long> seeds = settings.seeds();
    SeedErrors over = new SeedErrors(errors);
    return new Result(
        over.top1(),
        over.top5(),
        over.intervals(),
        over.images(),
        "",
        seedResults(errors),
        posteriors.partsOf(row, seeds.get(0)),
        seeds.stream().mapToDouble(seed -> networks.secondsOf(row, seed)).sum(),
        deviations(row));
  }

  private List<SeedResult> seedResults(List<ErrorRates> errors) {
    return IntStream.range(0, errors.size())
        .mapToObj(
            i ->
                new SeedResult(settings.seeds().get(i), errors.get(i).top1(), errors.get(i).top5()))
        .toList();
  }

  private String protocols(Row row) {
    return row.tests().stream()
        .map(posteriors::protocolOf)
        .map(TestProtocol::toString)
        .distinct()
        .collect(Collectors.joining(" + "));
  }

  private List<String> deviations(Row row) {
    return networks.stagesOf(row, settings.seeds().get(0)).stream()
        .flatMap(stage -> Deviations.of(stage.recipe()).stream())
        .distinct()
        .toList();
  }

  private static @Nullable PaperRow paper(Row row) {
    PaperErrors errors = row.paper();
    if (errors == null) {
      return null;
    }
    List<Member> tests = row.tests();
    boolean single = tests.size() == 1;
    return new PaperRow(
        single ? tests.get(0).train().scale() : "",
        single ? TestProtocol.parse(tests.get(0).test()).scalesText() : "",
        errors.top1(),
        errors.top5(),
        errors.test5());
  }
}
