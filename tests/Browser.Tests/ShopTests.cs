namespace SupportBot.Browser.Tests;

/// <summary>What all tests stand on; being one collection they run one after the other, as one browser on a small machine should.</summary>
[CollectionDefinition(nameof(ShopTests))]
public sealed class ShopTests : ICollectionFixture<Shop>;
