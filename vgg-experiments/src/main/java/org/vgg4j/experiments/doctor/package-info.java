/** Whether this machine has what the program needs; nothing in it fails where something lacks. */
@NullMarked
package org.vgg4j.experiments.doctor;

import org.jspecify.annotations.NullMarked;
