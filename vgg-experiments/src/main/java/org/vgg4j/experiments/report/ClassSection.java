package org.vgg4j.experiments.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vgg4j.eval.statistics.ConfusionMatrix;
import org.vgg4j.experiments.table.Numbers;

/** Which classes the best network gets wrong, and what it takes them for. */
record ClassSection(BestRow best) {
  private static final int CLASSES = 20;
  private static final int CONFUSIONS = 10;

  Section section() {
    ConfusionMatrix matrix = ConfusionMatrix.of(best.posteriors());
    Markup body = new Markup().element("p", best.name());
    body.add(errors(matrix)).element("h3", "Most confused").add(confusions(matrix));
    return new Section("classes", "Classes", body);
  }

  private Markup errors(ConfusionMatrix matrix) {
    Markup table =
        new Markup()
            .open("table", Attribute.style("bars"))
            .headings("class", "images", "top-1 %", "");
    IntStream.range(0, matrix.classes())
        .filter(label -> matrix.images(label) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(label -> -error(matrix, label)))
        .limit(CLASSES)
        .forEach(label -> table.add(row(matrix, label)));
    return table.close("table").add(rest(matrix));
  }

  private static Markup rest(ConfusionMatrix matrix) {
    return matrix.classes() > CLASSES
        ? new Markup()
            .element(
                "p",
                "The " + CLASSES + " worst of " + matrix.classes() + " classes.",
                Attribute.style("quiet"))
        : new Markup();
  }

  private Markup row(ConfusionMatrix matrix, int label) {
    double error = error(matrix, label);
    return new Markup()
        .open("tr")
        .element("th", best.className(label), Attribute.of("scope", "row"))
        .element("td", Integer.toString(matrix.images(label)), Attribute.style("number"))
        .element("td", Numbers.oneDecimal(error), Attribute.style("number"))
        .open("td", Attribute.style("bar"))
        .open("span", Attribute.of("style", String.format(Locale.ROOT, "width:%.1f%%", error)))
        .close("span")
        .close("td")
        .close("tr");
  }

  private static double error(ConfusionMatrix matrix, int label) {
    return 100.0 * (matrix.images(label) - matrix.count(label, label)) / matrix.images(label);
  }

  private Markup confusions(ConfusionMatrix matrix) {
    Markup table =
        new Markup().open("table").headings("truth", "taken for", "images", "% of truth");
    matrix
        .mostConfused(CONFUSIONS)
        .forEach(
            pair ->
                table
                    .open("tr")
                    .element("th", best.className(pair.truth()), Attribute.of("scope", "row"))
                    .element("td", best.className(pair.chosen()))
                    .element("td", Integer.toString(pair.images()), Attribute.style("number"))
                    .element("td", Numbers.oneDecimal(pair.percent()), Attribute.style("number"))
                    .close("tr"));
    return table.close("table");
  }
}
