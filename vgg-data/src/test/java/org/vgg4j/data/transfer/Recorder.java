package org.vgg4j.data.transfer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers how much was done of each task. */
final class Recorder implements Progress {
  private final Map<String, Long> done = new LinkedHashMap<>();
  private String task = "";

  @Override
  public synchronized void starts(String newTask, long bytes) {
    task = newTask;
    done.put(task, 0L);
  }

  @Override
  public synchronized void moved(long bytes) {
    done.merge(task, bytes, Long::sum);
  }

  synchronized long done(String name) {
    return done.getOrDefault(name, 0L);
  }
}
