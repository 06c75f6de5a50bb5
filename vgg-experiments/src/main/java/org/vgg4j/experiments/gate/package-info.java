/** Whether a change of the program, or of what it runs on, has moved a number that is guarded. */
@NullMarked
package org.vgg4j.experiments.gate;

import org.jspecify.annotations.NullMarked;
