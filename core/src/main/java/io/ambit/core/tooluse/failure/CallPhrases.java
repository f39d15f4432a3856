package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.FailureClass;
import java.util.Map;

/** How tools say that something of a call is missing, unknown to them, or of another kind. */
final class CallPhrases {
    static final Map<FailureClass, String> BOOK =
            Map.of(FailureClass.MISSING_ARGUMENT, """
            takes two parameters
            wrong args should be
            replacement index * out of range
            no input files
            cowardly refusing to create an empty archive
            must have required property
            missing data for required
            cant be blank
            should be defined
            expected * arguments but got
            takes * arguments but * supplied
            required option * missing
            param is missing
            without a required
            missing required
            missing 1 required positional argument
            missing * required positional
            missing * required keyword
            required * missing
            is required
            invalid arguments * required
            are required
            is a required property
            is a required argument
            required property
            required parameter
            required argument
            required arguments were not provided
            following required arguments were not provided
            required arguments
            required field
            field required
            required option
            value is required
            type missing
            missing argument
            missing arguments
            missing operand
            missing file operand
            missing destination file operand
            missing parameter
            missing parameters
            missing field
            missing positional
            missing value
            missing mandatory
            missing command
            missing url
            missing 1 required
            missing * parameter
            missing * argument
            no url specified
            argument is missing
            option requires an argument
            requires an argument
            requires at least
            requires a value
            requires a parameter
            requires parameter
            requires argument
            requires * arguments
            needs an argument
            needs a value
            flag needs an argument
            argument expected
            expected one argument
            expected at least one argument
            a value is required for * but none was supplied
            not enough arguments
            too few arguments
            wrong number of arguments
            takes exactly * arguments
            expected * arguments got
            incorrect number of bindings
            you must specify
            must specify
            must be specified
            must provide
            must be provided
            must be given
            you must give
            you must supply
            not provided
            not specified
            not supplied
            no * specified
            no * provided
            no * given
            nothing specified
            were not provided
            did not supply
            did not supply a value for binding
            not null constraint failed
            sqlite constraint notnull
            violates not null constraint
            null value in column
            cannot be null
            must not be null
            may not be null
            must not be empty
            cannot be empty
            may not be blank
            cannot be blank
            is empty
            empty commit message
            expected string received undefined
            expected number received undefined
            expected array received undefined
            expected object received undefined
            expected boolean received undefined
            expected * received undefined
            received undefined
            length required
            please supply
            please specify
            specify at least one
            who you are
            no upstream branch
            no tracking information
            no configured push destination
            no names found
            ~required
            ~missing
            ~usage
            """, FailureClass.UNKNOWN_NAME, """
            unknown * command
            unknown target
            no such instruction
            no such variable
            unknown or ambiguous subcommand
            unknown or ambiguous option
            is unknown try
            function * never defined
            incorrect parameter
            invalid flag
            invalid operation
            bad option
            bad configuration option
            unknown * long option
            unrecognized operand
            unknown service
            unknown name
            global symbol * requires explicit package name
            cannot find field
            cannot query field
            property * does not exist on type
            doesnt have a resource type
            no such tool available
            no method error
            unknown directive
            unknown module option
            unknown column type
            command not found
            program not found
            executable not found
            executable file not found
            spawn * enoent
            cannot find * executable
            unknown option
            option * is unknown
            subcommand wasnt specified
            unknown options
            unknown argument
            unknown arguments
            unknown command
            unknown subcommand
            unknown flag
            unknown shorthand flag
            unknown switch
            unknown tool
            unknown function
            unknown method
            unknown parameter
            unknown params
            unknown field
            unknown keyword
            unknown property
            unknown key
            unknown setting
            unknown predicate
            unknown primary
            unknown lifecycle phase
            unknown operator
            unknown attribute
            unknown variable
            unknown user defined
            unknown action
            unknown operation
            unknown workspace
            tool * not found
            tool * does not exist
            no such tool
            no tool named
            not a known tool
            is not a tool
            no such function
            function * does not exist
            undefined function
            method not found
            method * not found
            no such option
            no such command
            no such subcommand
            no such method
            no such built in
            no such pragma
            invalid option
            illegal option
            invalid command
            invalid subcommand
            unrecognized option
            unrecognized options
            unrecognised option
            unrecognized argument
            unrecognized arguments
            unrecognized command
            unrecognized subcommand
            unrecognized key
            unrecognized keys
            unrecognized field
            unrecognized configuration parameter
            unrecognized parameter
            unexpected argument
            unexpected keyword argument
            unexpected keyword
            unexpected parameter
            unexpected property
            unexpected field
            got an unexpected keyword argument
            additional properties
            additional properties are not allowed
            extra inputs are not permitted
            extra fields not permitted
            is not permitted unknown
            is not a git command
            is not a * command
            not a known command
            is not a command
            did you mean one of these commands
            is not recognized as
            missing script
            is not defined
            not defined
            flag provided but not defined
            undefined
            undefined variable
            undefined method
            undefined name
            undefined symbol
            undefined subroutine
            undefined local variable
            undefined reference
            cannot find symbol
            cannot find value * in this scope
            cannot find function * in this scope
            cannot find macro
            cannot find type
            cannot find name
            cannot find method
            undeclared
            implicit declaration of function
            was not declared in this scope
            has no attribute
            has no member
            has no member named
            no member named
            no method named
            no field
            no property named
            is not a function
            is not exported
            does not provide an export named
            cannot import name
            name error
            reference error
            attribute error
            unbound variable
            no plugin found for prefix
            no rule to make target
            could not find goal
            no such built in function
            task * not found
            cant locate object method
            no such extension
            """, FailureClass.WRONG_TYPE, """
            invalid operation * conversion syntax
            cannot be parsed as a number
            has no keys
            not supported between instances
            non numeric string
            not a valid positive integer
            cannot be added
            cannot be subtracted
            cannot be multiplied
            cannot be divided
            cannot index
            cannot iterate over
            invalid floating point argument
            non integer argument
            is not assignable to
            incorrect integer value
            incorrect decimal value
            wrong kind of value
            wrongtype
            cannot be applied to given types
            no implicit conversion of
            got invalid value * expected type
            valid integer is required
            valid number is required
            invalid type for parameter
            passed * wrong type
            instead of * string
            incompatible pointer
            ~type error
            wrong type
            invalid type
            incorrect type
            invalid int value
            invalid float value
            invalid integer
            invalid number
            invalid boolean
            invalid uuid
            invalid input syntax for type
            invalid literal for
            invalid digit found
            invalid parameter type
            invalid arg type
            must be of type
            should be of type
            is not of type
            not of type
            is of type * but expression is of type
            expected type
            expected str bytes or
            expected integer
            expected number
            must be real number
            must be str not
            must be numeric
            unable to parse string as
            unable to parse * number
            should be a valid string
            should be a valid list
            should be a valid dictionary
            number format
            number format exception
            for input string
            could not convert string to
            cannot convert
            cant convert
            cannot unmarshal
            cannot deserialize
            mismatched types
            incompatible types
            type mismatch
            datatype mismatch
            argument type mismatch
            bad operand type
            unsupported operand type
            can only concatenate
            cannot be cast
            cannot be interpreted as an integer
            cannot be coerced
            class cast exception
            not iterable
            is not iterable
            is not subscriptable
            is not callable
            indices must be integers
            argument must be of type
            argument must be a
            numeric argument required
            integer expression expected
            integer argument expected
            illegal number
            not a number
            isnt numeric
            is not numeric
            not an integer
            not a valid integer
            not a valid number
            parsing * invalid syntax
            strconv * invalid syntax
            parse int error
            unsupported type
            operator does not exist
            cannot cast type
            cannot store * value in
            type * is not supported
            error binding parameter
            cannot use * as * value
            """);

    private CallPhrases() {}
}
