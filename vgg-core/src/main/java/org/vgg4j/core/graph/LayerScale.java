package org.vgg4j.core.graph;

/**
 * How large the numbers of a weight layer are, as root mean squares. Healthy layers are of similar
 * scale; scales that fall or grow from layer to layer say where learning stops.
 *
 * @param layer name of the layer, such as {@code conv3_1}
 * @param activations of its output, rectified where the network rectifies
 * @param weights of its weights
 * @param gradient of the loss by its weights
 */
public record LayerScale(String layer, double activations, double weights, double gradient) {}
