package org.vgg4j.data.batch;

import org.vgg4j.data.image.Image;

/**
 * One image as a test protocol sees it.
 *
 * @param index its number in the split
 * @param label its class
 * @param image its pixels, uint8 (H, W, 3), RGB
 */
public record TestImage(int index, int label, Image image) {}
