@NullMarked
package org.vgg4j.data.statistics;

import org.jspecify.annotations.NullMarked;
