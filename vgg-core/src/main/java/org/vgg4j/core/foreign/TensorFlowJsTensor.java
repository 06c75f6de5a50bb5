package org.vgg4j.core.foreign;

/**
 * A tensor of a TensorFlow.js model.
 *
 * @param shards the binary files of its group
 * @param position of its first byte in them
 */
record TensorFlowJsTensor(ForeignTensor tensor, Shards shards, long position)
    implements PlacedTensor {}
