package org.vgg4j.core.foreign;

/**
 * Where a PyTorch file has a tensor.
 *
 * @param tensor its name and shape
 * @param view its storage, and how it lies there
 * @param position its first byte in the file
 */
record TorchPlace(ForeignTensor tensor, TorchTensor view, long position) implements PlacedTensor {}
