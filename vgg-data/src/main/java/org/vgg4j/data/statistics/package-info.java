/**
 * What is computed from a whole data set: its colours, what kinds of files it consists of, what is
 * wrong with it.
 */
@NullMarked
package org.vgg4j.data.statistics;

import org.jspecify.annotations.NullMarked;
