package org.vgg4j.data.generated;

/**
 * Levels that a background gains from the middle of the image to the border.
 *
 * @param down to the lower border, and loses to the upper
 * @param right to the right border, and loses to the left
 */
record Shading(double down, double right) {}
