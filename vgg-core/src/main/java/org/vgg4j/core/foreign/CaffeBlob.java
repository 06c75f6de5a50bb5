package org.vgg4j.core.foreign;

/**
 * A blob of a Caffe file.
 *
 * @param position of its message in the file, in bytes
 * @param length of its message in bytes
 * @param dataField number of the field that holds the values
 */
record CaffeBlob(ForeignTensor tensor, int position, int length, int dataField)
    implements PlacedTensor {}
