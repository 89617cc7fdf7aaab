using SupportBot.Recognizers;

namespace SupportBot.Commands;

/// <summary>Which kind and culture answer for a specification file, by its folders and name ("DateTime/English/DateTimeModel").</summary>
internal static class RecognizeSpecModels
{
    public static bool TryFind(string name, out Kinds kind, out Culture culture)
    {
        kind = Kinds.None;
        culture = Culture.English;
        string[] parts = name.Split('/');
        if (parts.Length < 2)
            return false;
        kind = parts[^1] switch
        {
            "NumberModel" => Kinds.Number,
            "OrdinalModel" => Kinds.Ordinal,
            "PercentModel" => Kinds.Percentage,
            "CurrencyModel" => Kinds.Currency,
            "DateTimeModel" => Kinds.DateTime,
            "PhoneNumberModel" => Kinds.Phone,
            "EmailModel" => Kinds.Email,
            "URLModel" => Kinds.Url,
            "BooleanModel" => Kinds.Boolean,
            "NumberRangeModel" => Kinds.NumberRange,
            "DimensionModel" => Kinds.Dimension,
            _ => Kinds.None,
        };
        culture = parts[^2] == "Chinese" ? Culture.Chinese : Culture.English;
        return kind != Kinds.None && parts[^2] is "Chinese" or "English";
    }
}
