package org.vgg4j.data.transfer;

import java.nio.file.Path;
import org.vgg4j.data.source.Split;

/**
 * A split of ImageNet as folders of classes.
 *
 * @param split which
 * @param folder where it lies
 * @param classes how many there are
 * @param images how many there are in all
 * @param leftOut hidden files and files that are no images, which were not taken along in this call
 */
public record PreparedSplit(Split split, Path folder, int classes, long images, int leftOut) {}
