package org.vgg4j.core.graph;

import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.Preprocessing;

/**
 * All that an inference graph is made from.
 *
 * @param crop side in pixels of the crops that the network was trained on: the kernel of the first
 *     fully-connected layer is the feature map at that size
 */
public record InferenceDefinition(NetworkSpec network, int crop, Preprocessing preprocessing) {}
