package org.vgg4j.experiments.cli;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.vgg4j.core.graph.ScoreMaps;
import org.vgg4j.core.spec.ReceptiveField;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.eval.Predictor;
import org.vgg4j.eval.TestProtocol;
import org.vgg4j.experiments.cli.ImageClasses.Likely;
import org.vgg4j.experiments.plot.ScoreGrid;
import org.vgg4j.experiments.plot.ScoreMapFigure;

/**
 * Draws what a network sees where: the class score map of the whole image at a protocol's largest
 * test scale, which has the most positions.
 */
record ScoreMapDrawing(Predictor predictor, TestProtocol protocol, Filter filter) {

  /** The scores of one class over the image. */
  ScoreMapFigure of(StoredImage image, Likely shown) {
    int scale = Collections.max(protocol.testScales());
    Image seen = Sample.whole(image.size(), scale).of(image, new Resampler(filter));
    ScoreMaps maps = predictor.scoreMap(seen.pixels(), seen.height(), seen.width());
    return new ScoreMapFigure(
        seen,
        ScoreGrid.of(maps, shown.label(), predictor.crop(), stride()),
        String.format(
            Locale.ROOT,
            "%s, %.1f%%. Right: its scores at %d x %d positions, Q=%d",
            shown.name(),
            100 * shown.posterior(),
            maps.height(),
            maps.width(),
            scale));
  }

  private int stride() {
    List<ReceptiveField> fields =
        ReceptiveField.along(predictor.network().placedAt(predictor.crop()));
    return fields.get(fields.size() - 1).stride();
  }
}
