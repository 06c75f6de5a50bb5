package org.vgg4j.core.graph;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.vgg4j.core.spec.Parameter;

/** The float32 variables of a graph, by name, with the ways to write and to read them. */
final class Variables {
  private final GraphSession session;
  private final Map<String, Variable> variables = new HashMap<>();

  Variables(GraphSession session) {
    this.session = session;
  }

  /** Adds a variable for the parameter, under the parameter's own name. */
  Output<TFloat32> add(Parameter parameter) {
    return add(parameter.name(), parameter);
  }

  /** Adds a variable of the parameter's shape, such as its momentum, under another name. */
  Output<TFloat32> add(String name, Parameter parameter) {
    Shape shape = Shape.of(parameter.shape().stream().mapToLong(Integer::longValue).toArray());
    Output<TFloat32> output = declare(name, shape);
    Placeholder<TFloat32> value =
        session.ops().placeholder(TFloat32.class, Placeholder.shape(shape));
    Assign<TFloat32> assign = session.ops().assign(output, value);
    checkState(
        variables.put(name, new Variable(output, value, assign)) == null, "%s exists twice", name);
    return output;
  }

  /** The variable of that name. */
  Output<TFloat32> named(String name) {
    return variable(name).output;
  }

  /** Replaces the values, row-major. */
  void write(String name, float[] values) {
    Variable variable = variable(name);
    session
        .call()
        .feed(variable.value, values, variable.output.shape().asArray())
        .target(variable.assign)
        .run();
  }

  /** The values, row-major. */
  float[] read(String name) {
    Output<TFloat32> output = variable(name).output;
    return session.call().fetch(output).run().floats(output);
  }

  private Variable variable(String name) {
    return requireNonNull(variables.get(name), () -> "no variable " + name);
  }

  /**
   * The op is built by hand since only then the name is kept as it is; the checkpoint's names must
   * not depend on the order of construction.
   */
  private Output<TFloat32> declare(String name, Shape shape) {
    Graph graph = session.graph();
    GraphOperation operation =
        graph
            .opBuilder("VariableV2", name, session.ops().scope())
            .setAttr("shape", shape)
            .setAttr("dtype", DataType.DT_FLOAT)
            .build();
    checkState(operation.name().equals(name), "%s was renamed to %s", name, operation.name());
    return operation.output(0);
  }

  private record Variable(
      Output<TFloat32> output, Placeholder<TFloat32> value, Assign<TFloat32> assign) {}
}
