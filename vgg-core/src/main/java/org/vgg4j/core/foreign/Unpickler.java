package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.foreign.Pickled.Mapping;
import org.vgg4j.core.foreign.Pickled.Opaque;
import org.vgg4j.core.foreign.Pickled.Sequence;
import org.vgg4j.core.foreign.Pickled.Text;
import org.vgg4j.core.foreign.Pickled.Whole;

/**
 * Reads pickles that hold tensors and plain containers, and refuses all others when they name
 * something else, before anything could be made of it ({@code docs/decisions/0013}).
 *
 * <p>The opcodes have the names of Python's {@code pickletools}. Known are all that {@code
 * torch.save} writes by any protocol from 2 to 5, and those by which older ones name something.
 */
final class Unpickler {
  private final PickleBytes bytes;
  private final PickleStack stack = new PickleStack();
  private final Map<Integer, Pickled> memo = new HashMap<>();
  private final Map<String, TorchStorage> storages = new LinkedHashMap<>();

  /** Reads from the buffer's position on. */
  Unpickler(ByteBuffer bytes) {
    this.bytes = new PickleBytes(bytes);
  }

  /**
   * Reads one pickle, up to its end.
   *
   * @throws IllegalArgumentException if it holds anything else, or is damaged
   */
  Pickled read() {
    for (int opcode = bytes.unsignedByte(); opcode != '.'; opcode = bytes.unsignedByte()) {
      scalar(opcode);
    }
    return stack.pop();
  }

  /** The storages that the pickle refers to, by their keys. */
  ImmutableMap<String, TorchStorage> storages() {
    return ImmutableMap.copyOf(storages);
  }

  private void scalar(int opcode) {
    switch (opcode) {
      case 'N' -> stack.push(Opaque.INSTANCE); // NONE
      case 0x88 -> stack.push(Whole.of(1)); // NEWTRUE
      case 0x89 -> stack.push(Whole.of(0)); // NEWFALSE
      case 'K' -> stack.push(Whole.of(bytes.unsignedByte())); // BININT1
      case 'M' -> stack.push(Whole.of(bytes.unsignedShort())); // BININT2
      case 'J' -> stack.push(Whole.of(bytes.signedInt())); // BININT
      case 0x8a -> stack.push(new Whole(bytes.whole(bytes.unsignedByte()))); // LONG1
      case 'G' -> opaque(Double.BYTES); // BINFLOAT
      case 'C' -> opaque(bytes.unsignedByte()); // SHORT_BINBYTES
      case 'B' -> opaque(bytes.unsigned(Integer.BYTES)); // BINBYTES
      default -> text(opcode);
    }
  }

  private void opaque(long length) {
    bytes.skip(length);
    stack.push(Opaque.INSTANCE);
  }

  private void text(int opcode) {
    switch (opcode) {
      // SHORT_BINSTRING, SHORT_BINUNICODE
      case 'U', 0x8c -> stack.push(new Text(bytes.text(bytes.unsignedByte())));
      // BINSTRING, BINUNICODE
      case 'T', 'X' -> stack.push(new Text(bytes.text(bytes.unsigned(Integer.BYTES))));
      case 0x8d -> stack.push(new Text(bytes.text(bytes.unsigned(Long.BYTES)))); // BINUNICODE8
      case 'S', 'V' -> stack.push(new Text(bytes.line())); // STRING, UNICODE
      default -> container(opcode);
    }
  }

  private void container(int opcode) {
    switch (opcode) {
      case '(' -> stack.mark(); // MARK
      // EMPTY_TUPLE, EMPTY_LIST, EMPTY_SET
      case ')', ']', 0x8f -> stack.push(new Sequence(new ArrayList<>(0)));
      case '}' -> stack.push(new Mapping(new Sequence(List.of()))); // EMPTY_DICT
      case 't', 'l', 0x91 -> stack.push(new Sequence(stack.popToMark())); // TUPLE, LIST, FROZENSET
      // TUPLE1 to TUPLE3
      case 0x85, 0x86, 0x87 -> stack.push(new Sequence(stack.pop(opcode - 0x84)));
      case 'a' -> append(stack.pop(1)); // APPEND
      case 'e', 0x90 -> append(stack.popToMark()); // APPENDS, ADDITEMS
      case 's' -> put(stack.pop(2)); // SETITEM
      case 'u' -> put(stack.popToMark()); // SETITEMS
      default -> memory(opcode);
    }
  }

  private void append(List<Pickled> items) {
    checkArgument(stack.top() instanceof Sequence, "it appends to what is no list");
    ((Sequence) stack.top()).items().addAll(items);
  }

  private void put(List<Pickled> keysAndValues) {
    checkArgument(
        stack.top() instanceof Mapping && keysAndValues.size() % 2 == 0,
        "it puts something into what is no dict");
    Mapping mapping = (Mapping) stack.top();
    Lists.partition(keysAndValues, 2).forEach(pair -> mapping.put(pair.get(0), pair.get(1)));
  }

  private void memory(int opcode) {
    switch (opcode) {
      case 'q' -> memo.put(bytes.unsignedByte(), stack.top()); // BINPUT
      case 'r' -> memo.put(bytes.signedInt(), stack.top()); // LONG_BINPUT
      case 0x94 -> memo.put(memo.size(), stack.top()); // MEMOIZE
      case 'h' -> stack.push(remembered(bytes.unsignedByte())); // BINGET
      case 'j' -> stack.push(remembered(bytes.signedInt())); // LONG_BINGET
      case 0x80 -> bytes.skip(1); // PROTO: opcodes tell it by themselves
      case 0x95 -> bytes.skip(Long.BYTES); // FRAME: its length
      default -> call(opcode);
    }
  }

  private Pickled remembered(int index) {
    Pickled value = memo.get(index);
    checkArgument(value != null, "it recalls value %s, which it did not store", index);
    return value;
  }

  private void call(int opcode) {
    switch (opcode) {
      case 'c' -> stack.push(named()); // GLOBAL
      case 0x93 -> stack.push(named(stack.pop(2))); // STACK_GLOBAL
      case 'R', 0x81 -> call(stack.pop(), stack.pop()); // REDUCE, NEWOBJ
      case 'i' -> call(new Sequence(stack.popToMark()), named()); // INST
      case 'o' -> construct(stack.popToMark()); // OBJ
      case 'b' -> ignoreState(stack.pop()); // BUILD
      case 'Q' -> stack.push(storage(stack.pop())); // BINPERSID
      default -> throw new IllegalArgumentException("it has the opcode 0x%02x".formatted(opcode));
    }
  }

  private TorchGlobal named() {
    return TorchGlobal.named(bytes.line(), bytes.line());
  }

  private static TorchGlobal named(List<Pickled> moduleAndName) {
    checkArgument(
        Iterables.all(moduleAndName, Text.class::isInstance), "it names what has no name");
    return TorchGlobal.named(
        ((Text) moduleAndName.get(0)).value(), ((Text) moduleAndName.get(1)).value());
  }

  private void call(Pickled arguments, Pickled function) {
    stack.push(TorchCalls.call(function, arguments));
  }

  private void construct(List<Pickled> functionAndArguments) {
    checkArgument(!functionAndArguments.isEmpty(), "it calls nothing");
    call(
        new Sequence(functionAndArguments.subList(1, functionAndArguments.size())),
        functionAndArguments.get(0));
  }

  /** A state dict carries the versions of its layers as an attribute; nothing else has any. */
  private void ignoreState(Pickled state) {
    checkArgument(
        state instanceof Mapping && stack.top() instanceof Mapping,
        "it sets the state of what is no dict");
  }

  private TorchStorage storage(Pickled id) {
    TorchStorage storage = TorchCalls.storage(id);
    storages.putIfAbsent(storage.key(), storage);
    return storage;
  }
}
