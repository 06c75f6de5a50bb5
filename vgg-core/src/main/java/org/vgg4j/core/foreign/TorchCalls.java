package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.vgg4j.core.foreign.Pickled.Mapping;
import org.vgg4j.core.foreign.Pickled.Sequence;
import org.vgg4j.core.foreign.Pickled.Text;
import org.vgg4j.core.foreign.Pickled.Whole;

/**
 * What the calls in a pickle of weights give. Their arguments are positional, as PyTorch writes.
 */
final class TorchCalls {
  private TorchCalls() {}

  /**
   * Calls one of the few functions that are known.
   *
   * @throws IllegalArgumentException if that is none, or its arguments are not what it takes
   */
  static Pickled call(Pickled function, Pickled arguments) {
    checkArgument(function instanceof TorchGlobal.Callable, "it calls what is no function");
    List<Pickled> given = items(arguments);
    return switch ((TorchGlobal.Callable) function) {
      case DICT -> new Mapping(content(given));
      case SET, SIZE -> content(given);
      case TENSOR -> tensor(given);
      case PARAMETER -> argument(given, 0, TorchTensor.class);
    };
  }

  /**
   * The storage that a persistent id refers to: {@code ('storage', type, key, device, elements)},
   * in old files with {@code None} or {@code (key of the view, first, elements)} behind.
   */
  static TorchStorage storage(Pickled id) {
    List<Pickled> parts = items(id);
    checkArgument(
        argument(parts, 0, Text.class).value().equals("storage"),
        "it refers to what is no storage");
    TorchStorage whole =
        new TorchStorage(
            argument(parts, 2, Text.class).value(),
            argument(parts, 1, TorchGlobal.StorageType.class).type(),
            0,
            number(argument(parts, 4, Whole.class)));
    boolean isView = parts.size() > 5 && parts.get(5) instanceof Sequence;
    return isView ? view(whole, items(parts.get(5))) : whole;
  }

  private static TorchStorage view(TorchStorage whole, List<Pickled> view) {
    return new TorchStorage(
        whole.key(),
        whole.type(),
        number(argument(view, 1, Whole.class)),
        number(argument(view, 2, Whole.class)));
  }

  /** What a container is made of: nothing, or the list that is given. */
  private static Sequence content(List<Pickled> given) {
    return given.isEmpty() ? new Sequence(new ArrayList<>(0)) : argument(given, 0, Sequence.class);
  }

  private static TorchTensor tensor(List<Pickled> arguments) {
    List<Long> shape = numbers(argument(arguments, 2, Sequence.class));
    List<Long> strides = numbers(argument(arguments, 3, Sequence.class));
    return new TorchTensor(
        argument(arguments, 0, TorchStorage.class),
        number(argument(arguments, 1, Whole.class)),
        new MemoryLayout(shape.stream().map(Math::toIntExact).toList(), strides));
  }

  private static ImmutableList<Long> numbers(Sequence sequence) {
    return sequence.items().stream()
        .map(item -> number(argument(List.of(item), 0, Whole.class)))
        .collect(ImmutableList.toImmutableList());
  }

  private static long number(Whole whole) {
    return whole.value().longValueExact();
  }

  private static List<Pickled> items(Pickled value) {
    checkArgument(value instanceof Sequence, "it has something else where a tuple is due");
    return ((Sequence) value).items();
  }

  private static <T extends Pickled> T argument(List<Pickled> given, int index, Class<T> kind) {
    checkArgument(
        given.size() > index && kind.isInstance(given.get(index)),
        "it lacks a %s as value %s of a call",
        kind.getSimpleName(),
        index);
    return kind.cast(given.get(index));
  }
}
