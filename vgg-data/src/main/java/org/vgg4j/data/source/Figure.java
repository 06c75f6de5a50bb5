package org.vgg4j.data.source;

/**
 * A region put into an image: moved, scaled, turned and coloured.
 *
 * @param region what is drawn
 * @param y row of its centre in pixels
 * @param x column of its centre in pixels
 * @param radius pixels of one unit
 * @param angle turn in radians
 * @param colour the one colour it has
 */
record Figure(Region region, double y, double x, double radius, double angle, Colour colour) {}
