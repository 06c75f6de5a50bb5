/** What the tests of every module use: the shared folder and golden arrays. */
@NullMarked
package org.vgg4j.testing;

import org.jspecify.annotations.NullMarked;
