package org.vgg4j.experiments;

import org.vgg4j.core.spec.Preprocessing;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.RescaledImages;
import org.vgg4j.data.statistics.PrincipalComponents;

/**
 * The images that all stages of an experiment learn from, and what is known of their colours.
 *
 * @param preprocessing with the mean of the training images
 * @param colours the principal components of the training images' colours
 * @param cacheBytes bytes of rescaled pixels that one stage may keep in memory
 */
record TrainingImages(
    DataSource data, Preprocessing preprocessing, PrincipalComponents colours, long cacheBytes) {

  /** One scale is rescaled to once, where the split is small; many scales, each time anew. */
  ImageDataset at(ScaleRange scale, ImageDataset split, Resampler resampler) {
    return scale.jittered()
        ? split
        : RescaledImages.ifSmall(split, scale.minimum(), resampler, cacheBytes);
  }
}
