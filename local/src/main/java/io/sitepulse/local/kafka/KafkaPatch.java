package io.sitepulse.local.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import org.apache.kafka.metadata.MetadataCache;
import org.apache.kafka.metadata.PartitionRegistration;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends a fault of Kafka 4.4.0 in the brokers of this JVM (KAFKA-20734).
 *
 * <p>A broker that was killed finishes the commits that were decided before. For each partition it
 * asks {@code KRaftMetadataCache.getPartitionLeaderEndpoint} who leads it. While the partition has
 * no leader yet, the answer is that there is no such partition, and its part of the commit is
 * skipped. Then the offsets and the records of that partition can no longer be read: counting
 * stands still for good. The patched method answers that the leader is not known, and Kafka asks
 * again.
 */
final class KafkaPatch {
  static final String PATCHED = "org.apache.kafka.metadata.KRaftMetadataCache";

  private static final Logger LOG = LoggerFactory.getLogger(KafkaPatch.class);

  /** The method's step from a partition to the broker that leads it. */
  private static final String STEP = "lambda$getPartitionLeaderEndpoint$";

  private static final String STEP_FROM =
      "Lorg/apache/kafka/metadata/PartitionRegistration;)Ljava/util/Optional;";

  private KafkaPatch() {}

  /** Applies the patch once. A broker that started in this JVM without it keeps the fault. */
  static void apply() {
    Applied.once();
  }

  /** Its initialization is the application, which the JVM does once. */
  private static final class Applied {
    static {
      try {
        MethodHandles.privateLookupIn(PartitionRegistration.class, MethodHandles.lookup())
            .defineClass(patched(original()));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      } catch (LinkageError e) {
        LOG.atWarn().setCause(e).log("Kafka is not patched: a broker runs in this process already");
      }
    }

    static void once() {}
  }

  /** Returns the class file as Kafka ships it. */
  static byte[] original() {
    String file = '/' + PATCHED.replace('.', '/') + ".class";
    try (InputStream in = MetadataCache.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(PATCHED + " is not in the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the class with {@code return x} replaced by {@code return
   * Optional.of(x.orElse(Node.noNode()))} in the one step that is at fault.
   *
   * @throws IllegalStateException if the class has no such step, as in another version of Kafka
   */
  static byte[] patched(byte[] original) {
    var reader = new ClassReader(original);
    var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    var patch = new Patch(writer);
    reader.accept(patch, 0);
    if (patch.steps != 1) {
      throw new IllegalStateException(PATCHED + " has " + patch.steps + " steps to patch, not 1");
    }
    return writer.toByteArray();
  }

  private static final class Patch extends ClassVisitor {
    private int steps;

    Patch(ClassWriter writer) {
      super(Opcodes.ASM9, writer);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!name.startsWith(STEP) || !descriptor.endsWith(STEP_FROM)) {
        return method;
      }
      steps++;
      return new ReturnPatch(method);
    }
  }

  private static final class ReturnPatch extends MethodVisitor {
    ReturnPatch(MethodVisitor method) {
      super(Opcodes.ASM9, method);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        String optional = "java/util/Optional";
        String node = "org/apache/kafka/common/Node";
        visitMethodInsn(Opcodes.INVOKESTATIC, node, "noNode", "()L" + node + ";", false);
        visitMethodInsn(
            Opcodes.INVOKEVIRTUAL,
            optional,
            "orElse",
            "(Ljava/lang/Object;)Ljava/lang/Object;",
            false);
        visitMethodInsn(
            Opcodes.INVOKESTATIC, optional, "of", "(Ljava/lang/Object;)L" + optional + ";", false);
      }
      super.visitInsn(opcode);
    }
  }
}
