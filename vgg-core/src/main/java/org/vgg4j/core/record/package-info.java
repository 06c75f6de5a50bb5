/** TensorFlow's record files, TFRecord: how data are framed in them, whatever the data are. */
@NullMarked
package org.vgg4j.core.record;

import org.jspecify.annotations.NullMarked;
