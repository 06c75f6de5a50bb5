package org.vgg4j.core.export;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A named value that an ONNX node has besides its inputs: message {@code AttributeProto}. */
sealed interface OnnxAttribute {
  int NAME = 1;
  int TYPE = 20;

  ProtoMessage message();

  /** A real number. */
  record Real(String name, double value) implements OnnxAttribute {
    @Override
    public ProtoMessage message() {
      return new ProtoMessage().text(NAME, name).real(2, (float) value).integer(TYPE, 1);
    }
  }

  /** A whole number. */
  record Integral(String name, long value) implements OnnxAttribute {
    @Override
    public ProtoMessage message() {
      return new ProtoMessage().text(NAME, name).integer(3, value).integer(TYPE, 2);
    }
  }

  /** A word. */
  record Word(String name, String value) implements OnnxAttribute {
    @Override
    public ProtoMessage message() {
      return new ProtoMessage().text(NAME, name).text(4, value).integer(TYPE, 3);
    }
  }

  /** Whole numbers, such as the sides of a kernel. */
  record Integrals(String name, List<Integer> values) implements OnnxAttribute {
    public Integrals {
      values = ImmutableList.copyOf(values);
    }

    @Override
    public ProtoMessage message() {
      ProtoMessage message = new ProtoMessage().text(NAME, name);
      values.forEach(value -> message.integer(8, value));
      return message.integer(TYPE, 7);
    }
  }
}
