package org.vgg4j.data.batch;

import java.util.Iterator;
import org.vgg4j.core.Problem;

/**
 * Things that worker threads prepare ahead. For one consumer; {@code next} waits for the next in
 * order, or throws a worker's {@link Problem} as it is, as soon as it happens.
 */
public interface ClosableIterator<T> extends Iterator<T>, AutoCloseable {

  /** Stops the worker threads, also half-way, and returns when the last has ended. */
  @Override
  void close();
}
