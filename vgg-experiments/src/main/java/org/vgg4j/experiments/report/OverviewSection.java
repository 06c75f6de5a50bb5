package org.vgg4j.experiments.report;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.vgg4j.experiments.table.ClaimResult;
import org.vgg4j.experiments.table.ClaimResult.Verdict;
import org.vgg4j.experiments.table.Provenance;
import org.vgg4j.experiments.table.ResultsTable;

/** What the report is about, in one look. */
final class OverviewSection {
  private OverviewSection() {}

  static Section of(Content content) {
    Markup body = new Markup();
    body.element(
        "p",
        "Networks of Simonyan and Zisserman, “Very Deep Convolutional Networks for Large-Scale Image"
            + " Recognition” (arXiv 1409.1556): our errors beside the paper's, each with its"
            + " interval. Click a top-1 error to see what made it.");
    content.tables().stream().limit(1).forEach(table -> body.add(facts(table)));
    return new Section("overview", "Overview", body.add(verdicts(content)).add(words()));
  }

  private static Markup facts(ResultsTable table) {
    Provenance made = table.provenance();
    Markup list = new Markup().open("dl", Attribute.style("facts"));
    fact(list, "Preset", table.preset());
    fact(list, "Data", made.data() + " (" + Ascii.truncate(made.dataHash(), 8, "") + ")");
    fact(list, "Seeds", Joiner.on(", ").join(made.seeds()));
    fact(list, "Program", made.version());
    fact(list, "TensorFlow", made.tensorFlow());
    fact(list, "Machine", made.device() + ", " + made.system() + ", Java " + made.java());
    return list.close("dl");
  }

  private static void fact(Markup list, String name, String value) {
    list.open("div").element("dt", name).element("dd", value).close("div");
  }

  private static Markup verdicts(Content content) {
    ImmutableList<ClaimResult> claims =
        content.tables().stream()
            .flatMap(table -> table.claims().stream())
            .collect(ImmutableList.toImmutableList());
    Markup line = new Markup();
    if (!claims.isEmpty()) {
      line.open("p", Attribute.style("verdicts")).text("The paper's claims here: ");
      Arrays.stream(Verdict.values()).forEach(verdict -> line.add(count(verdict, claims)));
      line.close("p");
    }
    return line;
  }

  private static Markup count(Verdict verdict, List<ClaimResult> claims) {
    long count = claims.stream().filter(claim -> claim.verdict() == verdict).count();
    return new Markup()
        .element("span", count + " " + verdict.word(), Attribute.style("badge " + verdict.word()))
        .text(" ");
  }

  private static Markup words() {
    return new Markup()
        .element(
            "p",
            List.of(
                    "S: smallest side of a training image, in pixels, before a crop is taken.",
                    "Q: smallest side of a test image.",
                    "Dense: the network slides over the whole image, and its class scores are averaged.",
                    "Multi-crop: posteriors of many crops are averaged.",
                    "Top-1, top-5 error: the true class is not the likeliest, not among the five"
                        + " likeliest.")
                .stream()
                .collect(Collectors.joining(" ")),
            Attribute.style("quiet"));
  }
}
