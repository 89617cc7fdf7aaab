using System.Text.Json.Serialization;
using SupportBot.Operation;

namespace SupportBot.Customers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CustomerCard))]
[JsonSerializable(typeof(Page<CustomerCard>))]
[JsonSerializable(typeof(NewcomerRequest))]
[JsonSerializable(typeof(CustomerChange))]
[JsonSerializable(typeof(ConsentRequest))]
[JsonSerializable(typeof(BlockRequest))]
[JsonSerializable(typeof(MergeRequest))]
[JsonSerializable(typeof(Erasure))]
internal sealed partial class CustomersJson : JsonSerializerContext;
