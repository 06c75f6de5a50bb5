package org.vgg4j.core.foreign;

/**
 * Where a NumPy file has an array.
 *
 * @param tensor its name and shape
 * @param header how its elements lie behind it
 */
record NumpyPlace(ForeignTensor tensor, NumpyHeader header) implements PlacedTensor {}
