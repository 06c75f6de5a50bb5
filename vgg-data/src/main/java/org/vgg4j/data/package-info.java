/** The door to the data sets: give it a place, it finds out what lies there. */
@NullMarked
package org.vgg4j.data;

import org.jspecify.annotations.NullMarked;
