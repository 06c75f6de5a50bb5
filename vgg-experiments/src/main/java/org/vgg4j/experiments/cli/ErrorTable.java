package org.vgg4j.experiments.cli;

import org.vgg4j.eval.ErrorRates;
import org.vgg4j.experiments.table.PointText;
import org.vgg4j.experiments.table.TextTable;

/** Top-1 and top-5 errors with their intervals, as every command prints them. */
record ErrorTable(ErrorRates errors) {
  String markdown() {
    PointText points = PointText.of(errors.images());
    return new TextTable("error", "%", "95% interval", "wrong", "images")
        .row(
            "top-1",
            points.of(errors.top1()),
            points.of(errors.top1Interval()),
            errors.wrong1(),
            errors.images())
        .row(
            "top-5",
            points.of(errors.top5()),
            points.of(errors.top5Interval()),
            errors.wrong5(),
            errors.images())
        .markdown();
  }
}
