using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Learning;

/// <summary>Parts of a text's weight, each 0–1.</summary>
/// <param name="Words">Of its words and word runs, known from any example.</param>
/// <param name="Letters">Of its letter runs, known from an example of ours.</param>
/// <param name="Pairs">Of its pairs, known from an example of ours.</param>
/// <param name="Support">Of its words and word runs, speaking for the best label.</param>
internal readonly record struct Coverage(float Words, float Letters, float Pairs, float Support)
{
    /// <summary>Adds up a text's features.</summary>
    public struct Sum()
    {
        private float words = 1e-6f, letters = 1e-6f, pairs = 1e-6f;
        private float knownWords, ownLetters, ownPairs, supporting;

        /// <summary>Counts a feature.</summary>
        /// <param name="group">Its group; meanings do not count, since all of them are known.</param>
        /// <param name="weight">Its weight.</param>
        /// <param name="known">Whether any example has it.</param>
        /// <param name="own">Whether an example of ours has it.</param>
        public void Add(FeatureGroup group, float weight, bool known, bool own)
        {
            switch (group)
            {
                case FeatureGroup.Words:
                    words += weight;
                    knownWords += known ? weight : 0;
                    break;
                case FeatureGroup.Letters:
                    letters += weight;
                    ownLetters += own ? weight : 0;
                    break;
                case FeatureGroup.Pairs:
                    pairs += weight;
                    ownPairs += own ? weight : 0;
                    break;
                case FeatureGroup.Meanings:
                    break;
            }
        }

        /// <summary>Counts a word feature that speaks for the best label.</summary>
        public void Support(float weight) => supporting += weight;

        public readonly Coverage Result() => new(knownWords / words, ownLetters / letters, ownPairs / pairs, supporting / words);
    }
}
