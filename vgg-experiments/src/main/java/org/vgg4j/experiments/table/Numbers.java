package org.vgg4j.experiments.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {
  private Numbers() {}

  /** {@code 138,357,544}. */
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 15.47} for 15,470,264,320. */
  public static String billions(long value) {
    return String.format(Locale.ROOT, "%.2f", value / 1e9);
  }

  /** {@code 86.7} for 86,704,128. */
  public static String millions(long value) {
    return String.format(Locale.ROOT, "%,.1f", value / 1e6);
  }

  /** {@code 81.5}. */
  public static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** {@code 0.31} for two decimals; never a negative nothing. */
  public static String decimals(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.?0*") ? text.substring(1) : text;
  }

  /** {@code 0.0054}: a probability with two significant digits, or {@code <0.0001}. */
  public static String probability(double p) {
    return p < 1e-4
        ? "<0.0001"
        : new BigDecimal(p).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  /** {@code 12.3 MiB}, in the unit that fits. */
  public static String bytes(long bytes) {
    if (bytes < 1 << 20) {
      return String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0);
    }
    return bytes < 1L << 30
        ? String.format(Locale.ROOT, "%.1f MiB", bytes / (1024.0 * 1024))
        : String.format(Locale.ROOT, "%.2f GiB", bytes / (1024.0 * 1024 * 1024));
  }

  /** {@code 2:03}, {@code 1:02:03}, or {@code 12 days}. */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 2 * 86_400) {
      return whole / 86_400 + " days";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
