package org.vgg4j.experiments.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** References without a network behind them. */
final class References {
  static final String MACHINE = "Linux amd64 avx2 #1a2b3c, cpu, 1 threads, TensorFlow 2.18.0";
  static final String OTHER = "Linux amd64 avx512f #4d5e6f, cpu, 1 threads, TensorFlow 2.18.0";
  static final String CELL = "table3 A S=37 dense|Q=37|flip";

  private static final int IMAGES = 500;

  private References() {}

  /** A baseline of one thing a tier, whose cell has so many of 500 images wrong. */
  static Reference wrong(int images) {
    return of(cell(images));
  }

  static Reference of(CellRecord cell) {
    return new Reference(
        Map.of("network A", "132863336 parameters"),
        Map.of("A dense|Q=37", List.of(0.25, 0.75)),
        Map.of(CELL, cell),
        Map.of("training steps", 0.5));
  }

  static Reference withExact(String value) {
    return new Reference(
        Map.of("network A", value), wrong(20).probes(), wrong(20).cells(), wrong(20).speed());
  }

  static Reference withProbe(Double... numbers) {
    return new Reference(
        wrong(20).exact(),
        Map.of("A dense|Q=37", List.of(numbers)),
        wrong(20).cells(),
        wrong(20).speed());
  }

  static Reference withSpeed(Map<String, Double> speed) {
    return new Reference(wrong(20).exact(), wrong(20).probes(), wrong(20).cells(), speed);
  }

  static Reference withCells(Map<String, CellRecord> cells) {
    return new Reference(wrong(20).exact(), wrong(20).probes(), cells, wrong(20).speed());
  }

  /** A cell of one seed, whose first images are wrong. */
  static CellRecord cell(int wrong) {
    return cell(wrong, MACHINE);
  }

  static CellRecord cell(int wrong, String on) {
    return new CellRecord(100.0 * wrong / IMAGES, 0, 1, on, IMAGES, "set", digits(wrong));
  }

  /** A cell of three seeds. */
  static CellRecord spread(double top1, double deviation, String on) {
    return new CellRecord(top1, deviation, 3, on, IMAGES, "set", digits(20));
  }

  static CellRecord relabelled(int wrong) {
    return new CellRecord(
        100.0 * wrong / IMAGES, 0, 1, OTHER, IMAGES, "another set", digits(wrong));
  }

  private static String digits(int wrong) {
    BitSet right = new BitSet();
    right.set(wrong, IMAGES);
    return CellRecord.digits(right, IMAGES);
  }

  /** The checks that the usual limits give. */
  static List<Check> checks(Reference then, Reference now) {
    return new ArrayList<>(new Gate(new Limits(1e-4, 2, 15, 0.7)).checks(then, now));
  }
}
