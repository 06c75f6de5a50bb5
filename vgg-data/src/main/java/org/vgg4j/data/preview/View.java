package org.vgg4j.data.preview;

import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.Image;

/**
 * One thing that a network may see of an image.
 *
 * @param sample which part, at which scale
 * @param image the pixels
 * @param caption what is special about it
 */
record View(Sample sample, Image image, String caption) {}
