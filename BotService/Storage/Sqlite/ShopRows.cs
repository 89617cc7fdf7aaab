namespace SupportBot.Storage.Sqlite;

internal sealed record ProductRow(string Id, byte[] Body);

internal sealed record VariantRow(string Sku, string ProductId, string? Colour, string? Size, long Price, long Stock, string? RestockOn, long? PromotionPrice);

internal sealed record ChangeRow(byte[] Fingerprint, long Outcome, long Rule, string? Reference);
