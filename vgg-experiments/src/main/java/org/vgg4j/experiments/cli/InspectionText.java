package org.vgg4j.experiments.cli;

import com.google.common.base.Joiner;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vgg4j.data.statistics.ClassCounts;
import org.vgg4j.data.statistics.Inspection;
import org.vgg4j.data.statistics.Spread;
import org.vgg4j.data.statistics.Spread.Bin;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;

/** An inspection as people read it on a terminal. */
record InspectionText(Inspection inspection) {
  private static final int LONGEST_BAR = 40;
  private static final int CLASSES_NAMED = 5;

  @Override
  public String toString() {
    return heading()
        + kinds()
        + histogram("smallest side", "%.0f", inspection.smallestSide())
        + histogram("long : short", "%.2f", inspection.aspectRatio())
        + upsampled()
        + oddities();
  }

  private String heading() {
    ClassCounts classes = inspection.classes();
    return String.format(
            Locale.ROOT,
            "%s: %s images, %s, %s classes of %s to %s images (median %s)%n",
            inspection.name(),
            Numbers.whole(inspection.images()),
            Numbers.bytes(inspection.bytes()),
            Numbers.whole(classes.classes()),
            Numbers.whole(classes.minimum()),
            Numbers.whole(classes.maximum()),
            Numbers.whole(classes.median()))
        + empty(classes.empty())
        + "\n";
  }

  private static String empty(List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String more = names.size() > CLASSES_NAMED ? ", ..." : "";
    return String.format(
        Locale.ROOT,
        "%s classes have no images: %s%s%n",
        Numbers.whole(names.size()),
        Joiner.on(", ").join(names.subList(0, Math.min(CLASSES_NAMED, names.size()))),
        more);
  }

  private String kinds() {
    TextTable table = new TextTable("stored as", "images", "%");
    inspection
        .kinds()
        .forEach((kind, count) -> table.row(kind, Numbers.whole(count), share(count)));
    return table.markdown() + "\n";
  }

  private String share(int count) {
    return Numbers.oneDecimal(100.0 * count / inspection.images());
  }

  private String histogram(String what, String format, @Nullable Spread spread) {
    if (spread == null) {
      return "";
    }
    TextTable table = new TextTable(what, "images", "%", "");
    int most = spread.bins().stream().mapToInt(Bin::images).max().orElse(1);
    for (Bin bin : spread.bins()) {
      String range = number(format, bin.from()) + " to " + number(format, bin.to());
      table.row(range, Numbers.whole(bin.images()), share(bin.images()), bar(bin, most));
    }
    return table.markdown()
        + "from "
        + number(format, spread.minimum())
        + " to "
        + number(format, spread.maximum())
        + ", median "
        + number(format, spread.median())
        + "\n\n";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** Whatever there is shows at least one mark. */
  private static String bar(Bin bin, int most) {
    return "#".repeat((int) Math.ceil((double) LONGEST_BAR * bin.images() / most));
  }

  private String upsampled() {
    StringBuilder text = new StringBuilder();
    inspection
        .upsampled()
        .forEach(
            (scale, share) ->
                text.append(
                    String.format(Locale.ROOT, "enlarged at S=%d: %.1f%%%n", scale, 100 * share)));
    return text.toString();
  }

  private String oddities() {
    StringBuilder text = new StringBuilder();
    inspection
        .oddities()
        .forEach(
            odd ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "odd: %s %s, first %s%n",
                        Numbers.whole(odd.images()),
                        odd.what(),
                        odd.first())));
    return text.toString();
  }
}
