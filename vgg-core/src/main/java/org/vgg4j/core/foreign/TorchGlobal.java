package org.vgg4j.core.foreign;

import com.google.common.collect.ImmutableMap;
import org.vgg4j.core.weights.ElementType;

/**
 * The few Python names that a pickle of weights needs. They are all that may be named: nothing else
 * is ever looked up, so that no pickle can run anything.
 */
sealed interface TorchGlobal extends Pickled {
  /** The type of a storage, such as {@code torch.FloatStorage}. */
  record StorageType(ElementType type) implements TorchGlobal {}

  /** What a pickle may call. */
  enum Callable implements TorchGlobal {
    DICT,
    SET,
    SIZE,
    TENSOR,
    PARAMETER
  }

  /** All names that are known. */
  ImmutableMap<String, TorchGlobal> KNOWN =
      ImmutableMap.<String, TorchGlobal>builder()
          .put("collections.OrderedDict", Callable.DICT)
          .put("__builtin__.set", Callable.SET)
          .put("builtins.set", Callable.SET)
          .put("torch.Size", Callable.SIZE)
          .put("torch._utils._rebuild_tensor", Callable.TENSOR)
          .put("torch._utils._rebuild_tensor_v2", Callable.TENSOR)
          .put("torch._utils._rebuild_parameter", Callable.PARAMETER)
          .put("torch.BoolStorage", new StorageType(ElementType.BOOL))
          .put("torch.ByteStorage", new StorageType(ElementType.U8))
          .put("torch.CharStorage", new StorageType(ElementType.I8))
          .put("torch.ShortStorage", new StorageType(ElementType.I16))
          .put("torch.IntStorage", new StorageType(ElementType.I32))
          .put("torch.LongStorage", new StorageType(ElementType.I64))
          .put("torch.HalfStorage", new StorageType(ElementType.F16))
          .put("torch.BFloat16Storage", new StorageType(ElementType.BF16))
          .put("torch.FloatStorage", new StorageType(ElementType.F32))
          .put("torch.DoubleStorage", new StorageType(ElementType.F64))
          .buildOrThrow();

  /**
   * What a pickle names.
   *
   * @throws IllegalArgumentException if that is anything else than tensors and plain containers
   */
  static TorchGlobal named(String module, String name) {
    TorchGlobal global = KNOWN.get(module + "." + name);
    if (global == null) {
      throw new IllegalArgumentException(
          "it names %s, which is neither a tensor nor a plain container; nothing of it was run"
              .formatted(module + "." + name));
    }
    return global;
  }
}
