package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The working stack of a pickle, with marks between its values. */
final class PickleStack {
  private final Deque<List<Pickled>> belowMarks = new ArrayDeque<>();
  private List<Pickled> values = new ArrayList<>(0);

  void push(Pickled value) {
    values.add(value);
  }

  Pickled pop() {
    checkArgument(!values.isEmpty(), "it takes a value from an empty stack");
    return values.remove(values.size() - 1);
  }

  Pickled top() {
    checkArgument(!values.isEmpty(), "it uses the top of an empty stack");
    return values.get(values.size() - 1);
  }

  void mark() {
    belowMarks.addLast(values);
    values = new ArrayList<>(0);
  }

  /** Takes the values above the last mark, and the mark. */
  List<Pickled> popToMark() {
    checkArgument(!belowMarks.isEmpty(), "it uses a mark that is not there");
    List<Pickled> taken = values;
    values = belowMarks.removeLast();
    return taken;
  }

  /** Takes the upper values, of which the last was on top. */
  List<Pickled> pop(int count) {
    checkArgument(values.size() >= count, "it takes %s values from a stack of fewer", count);
    List<Pickled> upper = values.subList(values.size() - count, values.size());
    List<Pickled> taken = new ArrayList<>(upper);
    upper.clear();
    return taken;
  }
}
