using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace SupportBot.Storage.Postgres;

/// <summary>The columns of a row by their place, and parameters by theirs: for the statements of a turn and the desk's wide rows.</summary>
internal static class Columns
{
    public static string? OptionalText(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? OptionalInteger(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static byte[]? OptionalBlob(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    /// <summary>A time kept as Unix milliseconds.</summary>
    public static DateTimeOffset Time(this NpgsqlDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <inheritdoc cref="Time"/>
    public static DateTimeOffset? OptionalTime(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static IReadOnlyList<string> Texts(this NpgsqlDataReader row, int column) => JsonSerializer.Deserialize(row.GetString(column), StoredJson.Default.IReadOnlyListString) ?? [];

    /// <summary>Adds the next parameter: the first is <c>$1</c>.</summary>
    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection values, string? value)
    {
        values.Add(new NpgsqlParameter<string?> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text });
        return values;
    }

    /// <inheritdoc cref="With(NpgsqlParameterCollection, string?)"/>
    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection values, long? value)
    {
        values.Add(new NpgsqlParameter<long?> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint });
        return values;
    }

    /// <inheritdoc cref="With(NpgsqlParameterCollection, string?)"/>
    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection values, byte[]? value)
    {
        values.Add(new NpgsqlParameter<byte[]?> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bytea });
        return values;
    }

    /// <inheritdoc cref="With(NpgsqlParameterCollection, string?)"/>
    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection values, IReadOnlyCollection<string> value)
    {
        values.Add(new NpgsqlParameter<string[]> { TypedValue = [.. value], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return values;
    }

    /// <inheritdoc cref="With(NpgsqlParameterCollection, string?)"/>
    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection values, IReadOnlyCollection<long> value)
    {
        values.Add(new NpgsqlParameter<long[]> { TypedValue = [.. value], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        return values;
    }

    /// <summary>All rows of this result by their names.</summary>
    public static async Task<Dictionary<string, T>> AllAsync<T>(this NpgsqlDataReader row, Func<NpgsqlDataReader, (string Name, T Value)> read)
    {
        Dictionary<string, T> all = new(StringComparer.Ordinal);
        while (await row.ReadAsync())
        {
            (string name, T value) = read(row);
            all[name] = value;
        }

        return all;
    }

    /// <summary>Adds the next parameter: an array of what each of the items has.</summary>
    public static NpgsqlParameterCollection Each<TItem, TValue>(this NpgsqlParameterCollection values, IReadOnlyList<TItem> items, Func<TItem, TValue> value)
    {
        TValue[] array = items.Count == 0 ? [] : new TValue[items.Count];
        for (int index = 0; index < array.Length; index++)
        {
            array[index] = value(items[index]);
        }

        values.Add(new NpgsqlParameter<TValue[]> { TypedValue = array });
        return values;
    }
}
