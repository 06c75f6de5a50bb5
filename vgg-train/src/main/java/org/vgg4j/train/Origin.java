package org.vgg4j.train;

/**
 * Where a training comes from.
 *
 * @param data what identifies the training images, such as the hash of their manifest
 * @param start what identifies the starting point, such as the hash of another network's weights
 */
public record Origin(String data, String start) {}
