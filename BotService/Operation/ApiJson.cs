using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SupportBot.Operation;

/// <summary>JSON of the staff's API: camelCase names and enums, times in UTC with Z, nulls written, Chinese as Chinese.</summary>
internal static class ApiJson
{
    public static IServiceCollection AddApiJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(json =>
    {
        json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.SerializerOptions.Converters.Add(new UtcMoment());
        json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.SerializerOptions.MaxDepth = 32;
    });

    /// <summary>Adds a room's own documents.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, JsonSerializerContext documents) =>
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, documents));

    private sealed class UtcMoment : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}
