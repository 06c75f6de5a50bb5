/** The command line: arguments in, exit codes out. All work is done elsewhere. */
@NullMarked
package org.vgg4j.experiments.cli;

import org.jspecify.annotations.NullMarked;
