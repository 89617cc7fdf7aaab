#pragma warning disable RS0030, CA1304, CA1305, CA1310, CA1810
namespace SupportBot.Knowledge;
internal static class Knob { public static float[] K = new float[20]; static Knob() { var s = System.Environment.GetEnvironmentVariable("KNOB"); if (s != null) foreach (var p in s.Split(',')) { var kv = p.Split(':'); K[int.Parse(kv[0])] = float.Parse(kv[1]); } } }
