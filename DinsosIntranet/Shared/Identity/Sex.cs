namespace DinsosIntranet.Shared.Identity;

/// <summary>Sex as the identity card states it.</summary>
public enum Sex
{
    Male,
    Female,
}

public static class Sexes
{
    public static string Title(this Sex sex) => sex == Sex.Male ? "Laki-laki" : "Perempuan";

    /// <summary>"L" or "P", for registers.</summary>
    public static string Code(this Sex sex) => sex == Sex.Male ? "L" : "P";
}
